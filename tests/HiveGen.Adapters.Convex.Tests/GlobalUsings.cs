global using HiveGen.Adapters.Convex;
global using HiveGen.Adapters.Convex.Export;
global using HiveGen.Servers;
global using HiveGen.Targets;
global using HiveGen.Targets.Conformance;
global using Xunit;
