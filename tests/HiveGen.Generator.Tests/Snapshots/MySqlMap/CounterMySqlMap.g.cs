/// <summary>How MySQL stores Counter.</summary>
internal sealed class CounterMySqlMap : global::HiveGen.Adapters.MySql.MySqlMap
{
    /// <inheritdoc/>
    public override string CreateTable => """
        create table if not exists `counters` (
          `id` bigint not null,
          `group` longtext,
          `_version` bigint not null,
          `_deleted` boolean not null default 0,
          `_home` varchar(191) character set utf8mb4 collate utf8mb4_bin not null,
          `_synced_at` datetime(6) not null,
          primary key (`id`),
          key `counters_ghosts` (`_deleted`, `_synced_at`)
        ) engine=innodb default charset=utf8mb4 collate=utf8mb4_bin
        """;

    /// <inheritdoc/>
    public override string CreateView => """
        create or replace view `counters_live` as
        select `id`, `group` from `counters` where `_deleted` = 0
        """;

    /// <inheritdoc/>
    public override string Insert => "insert into `counters` (`id`, `group`, `_version`, `_deleted`, `_home`, `_synced_at`) values ";

    /// <inheritdoc/>
    public override string OnDuplicate => """
        
        on duplicate key update `group` = if(values(`_version`) > `_version` and values(`_home`) = `_home`, values(`group`), `group`), `_deleted` = if(values(`_version`) > `_version` and values(`_home`) = `_home`, values(`_deleted`), `_deleted`), `_synced_at` = if(values(`_version`) > `_version` and values(`_home`) = `_home`, values(`_synced_at`), `_synced_at`), `_version` = if(values(`_version`) > `_version` and values(`_home`) = `_home`, values(`_version`), `_version`)
        """;

    /// <inheritdoc/>
    public override string Unwritten => "cast(`id` as char), `_home` from `counters` where `id` in (";

    /// <inheritdoc/>
    public override string SelectRows => "select cast(`id` as char), `group`, cast(`_version` as char), cast(`_deleted` as char), `_home` from `counters` where `id` in (";

    /// <inheritdoc/>
    public override string SelectPage => "select cast(`id` as char), `group`, cast(`_version` as char), cast(`_deleted` as char), `_home` from `counters` where `_home` = ";

    /// <inheritdoc/>
    public override string Sweep => "update `counters` set `group` = null, `_deleted` = 1, `_synced_at` = ";

    /// <inheritdoc/>
    public override string Purge => "delete from `counters` where `_deleted` = 1 and `_synced_at` < ";

    /// <inheritdoc/>
    public override global::System.Collections.Generic.IReadOnlyList<global::HiveGen.SchemaObject> Columns { get; } =
    [
        new("group", "`group` longtext"),
    ];
}
