global using HiveGen.TestModels;
global using Xunit;

// Listeners of activities hear the whole process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
