namespace HiveGen.TrimProof;

public enum Mood
{
    Calm,
    Bright,
}
