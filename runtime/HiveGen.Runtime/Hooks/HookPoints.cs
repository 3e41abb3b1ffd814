using System.ComponentModel;

namespace HiveGen;

/// <summary>The hooks a class overrides; those that are not in the set are never called and cost nothing.</summary>
[Flags]
[EditorBrowsable(EditorBrowsableState.Never)]
public enum HookPoints
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>BeforeAdd.</summary>
    BeforeAdd = 1 << 0,

    /// <summary>Add.</summary>
    Add = 1 << 1,

    /// <summary>AfterAdd.</summary>
    AfterAdd = 1 << 2,

    /// <summary>FollowingAdd.</summary>
    FollowingAdd = 1 << 3,

    /// <summary>BeforeSet.</summary>
    BeforeSet = 1 << 4,

    /// <summary>Set.</summary>
    Set = 1 << 5,

    /// <summary>AfterSet.</summary>
    AfterSet = 1 << 6,

    /// <summary>FollowingSet.</summary>
    FollowingSet = 1 << 7,

    /// <summary>BeforeRemove.</summary>
    BeforeRemove = 1 << 8,

    /// <summary>Remove.</summary>
    Remove = 1 << 9,

    /// <summary>AfterRemove.</summary>
    AfterRemove = 1 << 10,

    /// <summary>FollowingRemove.</summary>
    FollowingRemove = 1 << 11,

    /// <summary>BeforeGet.</summary>
    BeforeGet = 1 << 12,

    /// <summary>Get.</summary>
    Get = 1 << 13,

    /// <summary>AfterGet.</summary>
    AfterGet = 1 << 14,

    /// <summary>ResolvingGet.</summary>
    ResolvingGet = 1 << 15,

    /// <summary>BeforeCount.</summary>
    BeforeCount = 1 << 16,

    /// <summary>Count.</summary>
    Count = 1 << 17,

    /// <summary>AfterCount.</summary>
    AfterCount = 1 << 18,

    /// <summary>ResolvingCount.</summary>
    ResolvingCount = 1 << 19,
}
