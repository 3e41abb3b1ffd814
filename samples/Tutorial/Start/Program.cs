using HiveGen;
using Notes;

var builder = WebApplication.CreateBuilder(args);
builder.AddHive();
builder.Services.AddHiveProblems();

var app = builder.Build();
app.UseExceptionHandler();
app.MapNotes();
app.MapHiveDocs();
app.Run();
