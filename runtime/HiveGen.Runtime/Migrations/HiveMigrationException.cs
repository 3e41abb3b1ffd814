using HiveGen.Migrations;

namespace HiveGen;

/// <summary>The models cannot be brought to the Hive's file without losing something, so nothing was changed. The message holds the plan and how to allow it.</summary>
public sealed class HiveMigrationException : HiveStorageException
{
    internal HiveMigrationException(MigrationPlan plan)
        : base(PlanText.Refusal(plan)) => Plan = plan;

    /// <summary>What was to be done, and what it would lose.</summary>
    public MigrationPlan Plan { get; }
}
