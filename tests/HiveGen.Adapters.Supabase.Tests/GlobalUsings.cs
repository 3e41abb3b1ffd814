global using HiveGen.Adapters.Supabase;
global using HiveGen.Servers;
global using HiveGen.Targets;
global using HiveGen.Targets.Conformance;
global using Xunit;
