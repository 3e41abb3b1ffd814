global using HiveGen.TestModels;
global using Xunit;
