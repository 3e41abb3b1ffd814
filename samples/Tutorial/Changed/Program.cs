using HiveGen;
using Notes;

var builder = WebApplication.CreateBuilder(args);
builder.AddHive(hive => hive
    .AddSqlite("replica", "Data Source=replica.db")
    .AddJob("welcome", WelcomeMail.SendAsync));
builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = problem => problem.ProblemDetails.Detail = (problem.Exception as HiveException)?.Message);

var app = builder.Build();
// snippet: commands
if (await app.RunHiveCommandsAsync(args) is { } exitCode)
{
    return exitCode;
}
// end

app.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = error => error is HiveException ? 400 : 500 });
app.MapNotes();
app.MapSyncStatus();
app.MapHiveSync();
app.MapHiveDocs();
// snippet: end
app.Run();
return 0;
// end
