using HiveGen;
using Notes;

var builder = WebApplication.CreateBuilder(args);
// snippet: hive
builder.AddHive(hive => hive
    .AddSqlite("replica", "Data Source=replica.db")
    .AddJob("welcome", WelcomeMail.SendAsync));
// end
builder.Services.AddHiveProblems();

var app = builder.Build();
app.UseExceptionHandler();
app.MapNotes();
// snippet: map
app.MapSyncStatus();
app.MapHiveSync();
// end
app.MapHiveDocs();
app.Run();
