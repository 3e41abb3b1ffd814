namespace HiveGen.Package.Tests;

/// <summary>A fact about what is released; a build for debugging keeps the paths of the machine, so that a debugger finds its files.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReleaseFactAttribute : FactAttribute
{
    public ReleaseFactAttribute() => Skip = Repository.Configuration == "Release" ? null : "Only a Release build is free of paths: dotnet test -c Release.";
}
