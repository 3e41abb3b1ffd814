global using HiveGen.FaultDisk;
global using Xunit;
