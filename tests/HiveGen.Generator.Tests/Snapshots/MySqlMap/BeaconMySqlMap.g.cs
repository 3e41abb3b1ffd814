/// <summary>How MySQL stores Beacon.</summary>
internal sealed class BeaconMySqlMap : global::HiveGen.Adapters.MySql.MySqlMap
{
    /// <inheritdoc/>
    public override string CreateTable => """
        create table if not exists `beacons` (
          `id` char(36) character set ascii collate ascii_bin not null,
          `_version` bigint not null,
          `_deleted` boolean not null default 0,
          `_home` varchar(191) character set utf8mb4 collate utf8mb4_bin not null,
          `_synced_at` datetime(6) not null,
          primary key (`id`),
          key `beacons_ghosts` (`_deleted`, `_synced_at`)
        ) engine=innodb default charset=utf8mb4 collate=utf8mb4_bin
        """;

    /// <inheritdoc/>
    public override string CreateView => """
        create or replace view `beacons_live` as
        select `id` from `beacons` where `_deleted` = 0
        """;

    /// <inheritdoc/>
    public override string Insert => "insert into `beacons` (`id`, `_version`, `_deleted`, `_home`, `_synced_at`) values ";

    /// <inheritdoc/>
    public override string OnDuplicate => """
        
        on duplicate key update `_deleted` = if(values(`_version`) > `_version` and values(`_home`) = `_home`, values(`_deleted`), `_deleted`), `_synced_at` = if(values(`_version`) > `_version` and values(`_home`) = `_home`, values(`_synced_at`), `_synced_at`), `_version` = if(values(`_version`) > `_version` and values(`_home`) = `_home`, values(`_version`), `_version`)
        """;

    /// <inheritdoc/>
    public override string Unwritten => "cast(`id` as char), `_home` from `beacons` where `id` in (";

    /// <inheritdoc/>
    public override string SelectRows => "select cast(`id` as char), cast(`_version` as char), cast(`_deleted` as char), `_home` from `beacons` where `id` in (";

    /// <inheritdoc/>
    public override string SelectPage => "select cast(`id` as char), cast(`_version` as char), cast(`_deleted` as char), `_home` from `beacons` where `_home` = ";

    /// <inheritdoc/>
    public override string Sweep => "update `beacons` set `_deleted` = 1, `_synced_at` = ";

    /// <inheritdoc/>
    public override string Purge => "delete from `beacons` where `_deleted` = 1 and `_synced_at` < ";

    /// <inheritdoc/>
    public override global::System.Collections.Generic.IReadOnlyList<global::HiveGen.SchemaObject> Columns { get; } =
    [
    ];
}
