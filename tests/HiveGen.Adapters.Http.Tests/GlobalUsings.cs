global global using Xunit;
