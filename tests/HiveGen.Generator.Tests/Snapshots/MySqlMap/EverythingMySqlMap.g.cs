/// <summary>How MySQL stores Everything.</summary>
internal sealed class EverythingMySqlMap : global::HiveGen.Adapters.MySql.MySqlMap
{
    /// <inheritdoc/>
    public override string CreateTable => """
        create table if not exists `order` (
          `id` varchar(191) character set utf8mb4 collate utf8mb4_bin not null,
          `text` longtext,
          `short` longtext,
          `bool` boolean,
          `int` int,
          `long` bigint,
          `double` double,
          `money` decimal(19, 2),
          `fine` decimal(19, 4),
          `time` datetime(6),
          `date` date,
          `clock` time(6),
          `span` bigint,
          `guid` char(36) character set ascii collate ascii_bin,
          `blob` longblob,
          `colour` varchar(255),
          `json` json,
          `counter` bigint,
          `beacon` char(36) character set ascii collate ascii_bin,
          `above` varchar(191) character set utf8mb4 collate utf8mb4_bin,
          `_version` bigint not null,
          `_deleted` boolean not null default 0,
          `_home` varchar(191) character set utf8mb4 collate utf8mb4_bin not null,
          `_synced_at` datetime(6) not null,
          primary key (`id`),
          key `order_ghosts` (`_deleted`, `_synced_at`)
        ) engine=innodb default charset=utf8mb4 collate=utf8mb4_bin
        """;

    /// <inheritdoc/>
    public override string CreateView => """
        create or replace view `order_live` as
        select `id`, `text`, `short`, `bool`, `int`, `long`, `double`, `money`, `fine`, `time`, `date`, `clock`, `span`, `guid`, `blob`, `colour`, `json`, `counter`, `beacon`, `above` from `order` where `_deleted` = 0
        """;

    /// <inheritdoc/>
    public override string Insert => "insert into `order` (`id`, `text`, `short`, `bool`, `int`, `long`, `double`, `money`, `fine`, `time`, `date`, `clock`, `span`, `guid`, `blob`, `colour`, `json`, `counter`, `beacon`, `above`, `_version`, `_deleted`, `_home`, `_synced_at`) values ";

    /// <inheritdoc/>
    public override string OnDuplicate => """
        
        on duplicate key update `text` = if(values(`_version`) > `_version` and values(`_home`) = `_home`, values(`text`), `text`), `short` = if(values(`_version`) > `_version` and values(`_home`) = `_home`, values(`short`), `short`), `bool` = if(values(`_version`) > `_version` and values(`_home`) = `_home`, values(`bool`), `bool`), `int` = if(values(`_version`) > `_version` and values(`_home`) = `_home`, values(`int`), `int`), `long` = if(values(`_version`) > `_version` and values(`_home`) = `_home`, values(`long`), `long`), `double` = if(values(`_version`) > `_version` and values(`_home`) = `_home`, values(`double`), `double`), `money` = if(values(`_version`) > `_version` and values(`_home`) = `_home`, values(`money`), `money`), `fine` = if(values(`_version`) > `_version` and values(`_home`) = `_home`, values(`fine`), `fine`), `time` = if(values(`_version`) > `_version` and values(`_home`) = `_home`, values(`time`), `time`), `date` = if(values(`_version`) > `_version` and values(`_home`) = `_home`, values(`date`), `date`), `clock` = if(values(`_version`) > `_version` and values(`_home`) = `_home`, values(`clock`), `clock`), `span` = if(values(`_version`) > `_version` and values(`_home`) = `_home`, values(`span`), `span`), `guid` = if(values(`_version`) > `_version` and values(`_home`) = `_home`, values(`guid`), `guid`), `blob` = if(values(`_version`) > `_version` and values(`_home`) = `_home`, values(`blob`), `blob`), `colour` = if(values(`_version`) > `_version` and values(`_home`) = `_home`, values(`colour`), `colour`), `json` = if(values(`_version`) > `_version` and values(`_home`) = `_home`, values(`json`), `json`), `counter` = if(values(`_version`) > `_version` and values(`_home`) = `_home`, values(`counter`), `counter`), `beacon` = if(values(`_version`) > `_version` and values(`_home`) = `_home`, values(`beacon`), `beacon`), `above` = if(values(`_version`) > `_version` and values(`_home`) = `_home`, values(`above`), `above`), `_deleted` = if(values(`_version`) > `_version` and values(`_home`) = `_home`, values(`_deleted`), `_deleted`), `_synced_at` = if(values(`_version`) > `_version` and values(`_home`) = `_home`, values(`_synced_at`), `_synced_at`), `_version` = if(values(`_version`) > `_version` and values(`_home`) = `_home`, values(`_version`), `_version`)
        """;

    /// <inheritdoc/>
    public override string Unwritten => "cast(`id` as char), `_home` from `order` where `id` in (";

    /// <inheritdoc/>
    public override string SelectRows => "select `id`, `text`, `short`, cast(`bool` as char), cast(`int` as char), cast(`long` as char), cast(`double` as char), cast(`money` as char), cast(`fine` as char), cast(`time` as char), cast(`date` as char), cast(`clock` as char), cast(`span` as char), cast(`guid` as char), `blob`, cast(`colour` as char), cast(`json` as char), cast(`counter` as char), cast(`beacon` as char), `above`, cast(`_version` as char), cast(`_deleted` as char), `_home` from `order` where `id` in (";

    /// <inheritdoc/>
    public override string SelectPage => "select `id`, `text`, `short`, cast(`bool` as char), cast(`int` as char), cast(`long` as char), cast(`double` as char), cast(`money` as char), cast(`fine` as char), cast(`time` as char), cast(`date` as char), cast(`clock` as char), cast(`span` as char), cast(`guid` as char), `blob`, cast(`colour` as char), cast(`json` as char), cast(`counter` as char), cast(`beacon` as char), `above`, cast(`_version` as char), cast(`_deleted` as char), `_home` from `order` where `_home` = ";

    /// <inheritdoc/>
    public override string Sweep => "update `order` set `text` = null, `short` = null, `bool` = null, `int` = null, `long` = null, `double` = null, `money` = null, `fine` = null, `time` = null, `date` = null, `clock` = null, `span` = null, `guid` = null, `blob` = null, `colour` = null, `json` = null, `counter` = null, `beacon` = null, `above` = null, `_deleted` = 1, `_synced_at` = ";

    /// <inheritdoc/>
    public override string Purge => "delete from `order` where `_deleted` = 1 and `_synced_at` < ";

    /// <inheritdoc/>
    public override global::System.Collections.Generic.IReadOnlyList<global::HiveGen.SchemaObject> Columns { get; } =
    [
        new("text", "`text` longtext"),
        new("short", "`short` longtext"),
        new("bool", "`bool` boolean"),
        new("int", "`int` int"),
        new("long", "`long` bigint"),
        new("double", "`double` double"),
        new("money", "`money` decimal(19, 2)"),
        new("fine", "`fine` decimal(19, 4)"),
        new("time", "`time` datetime(6)"),
        new("date", "`date` date"),
        new("clock", "`clock` time(6)"),
        new("span", "`span` bigint"),
        new("guid", "`guid` char(36) character set ascii collate ascii_bin"),
        new("blob", "`blob` longblob"),
        new("colour", "`colour` varchar(255)"),
        new("json", "`json` json"),
        new("counter", "`counter` bigint"),
        new("beacon", "`beacon` char(36) character set ascii collate ascii_bin"),
        new("above", "`above` varchar(191) character set utf8mb4 collate utf8mb4_bin"),
    ];
}
