namespace HiveGen.TestModels;

public enum PostState
{
    Draft,
    Published,
    Archived,
}
