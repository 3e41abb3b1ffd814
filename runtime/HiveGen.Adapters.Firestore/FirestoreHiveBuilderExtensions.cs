using HiveGen.Adapters.Firestore;

namespace HiveGen;

/// <summary>Adds Firestore databases to a Hive as targets.</summary>
public static class FirestoreHiveBuilderExtensions
{
    /// <summary>Adds the Firestore of a Google Cloud project as a target.</summary>
    /// <param name="builder">What <c>AddHive</c> configures.</param>
    /// <param name="name">The target's name, under which its cursor is kept.</param>
    /// <param name="project">The project's id; null for <c>Hive:Targets:&lt;name&gt;:ProjectId</c>, else the variable <c>GOOGLE_CLOUD_PROJECT</c>, else the service account's.</param>
    /// <param name="options">How it is reached; null for the section's, else the defaults.</param>
    public static HiveBuilder AddFirestore(this HiveBuilder builder, string name, string? project = null, FirestoreTargetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        FirestoreAdapter.Register(builder.Services);
        return builder.AddTarget(name, services => new FirestoreTarget(name, FirestoreSettings.Of("Hive:Targets:" + name, project, options, services)));
    }
}
