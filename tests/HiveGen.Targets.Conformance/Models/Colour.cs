namespace HiveGen.Targets.Conformance;

public enum Colour
{
    Red,
    Green,
    UltraViolet,
}
