namespace HiveGen.TestModels;

public sealed record Address(string Street, string City);
