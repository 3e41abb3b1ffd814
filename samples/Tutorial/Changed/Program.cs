using HiveGen;
using Notes;

var builder = WebApplication.CreateBuilder(args);
builder.AddHive(hive => hive
    .AddSqlite("replica", "Data Source=replica.db")
    .AddJob("welcome", WelcomeMail.SendAsync));
builder.Services.AddHiveProblems();

var app = builder.Build();
// snippet: commands
if (await app.RunHiveCommandsAsync(args) is { } exitCode)
{
    return exitCode;
}
// end

app.UseExceptionHandler();
app.MapNotes();
app.MapSyncStatus();
app.MapHiveSync();
app.MapHiveDocs();
// snippet: end
app.Run();
return 0;
// end
