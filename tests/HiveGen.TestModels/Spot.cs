namespace HiveGen.TestModels;

public readonly record struct Spot(double X, double Y);
