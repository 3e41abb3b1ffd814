using HiveGen;
using Notes;

var builder = WebApplication.CreateBuilder(args);
builder.AddHive();
builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = problem => problem.ProblemDetails.Detail = (problem.Exception as HiveException)?.Message);

var app = builder.Build();
app.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = error => error is HiveException ? 400 : 500 });
app.MapNotes();
app.MapHiveDocs();
app.Run();
