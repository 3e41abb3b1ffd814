global using HiveGen.AspNetCore.Tests;
global using Xunit;
