using HiveGen;

namespace Blog;

/// <summary>
/// The database, which the generator completes. Without this file it would write the class all the same; declared here, it is seen by the framework's own generator,
/// which a trimmed app needs and which sees nothing that other generators make.
/// </summary>
[HiveDatabase]
public sealed partial class Hive;
