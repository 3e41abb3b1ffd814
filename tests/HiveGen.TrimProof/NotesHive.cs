namespace HiveGen.TrimProof;

/// <summary>Declared by hand, so that the framework's request delegate generator, which cannot see ours, knows the type.</summary>
[HiveDatabase]
public sealed partial class NotesHive;
