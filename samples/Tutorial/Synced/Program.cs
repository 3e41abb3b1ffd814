using HiveGen;
using Notes;

var builder = WebApplication.CreateBuilder(args);
// snippet: hive
builder.AddHive(hive => hive
    .AddSqlite("replica", "Data Source=replica.db")
    .AddJob("welcome", WelcomeMail.SendAsync));
// end
builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = problem => problem.ProblemDetails.Detail = (problem.Exception as HiveException)?.Message);

var app = builder.Build();
app.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = error => error is HiveException ? 400 : 500 });
app.MapNotes();
// snippet: map
app.MapSyncStatus();
app.MapHiveSync();
// end
app.MapHiveDocs();
app.Run();
