using HiveGen;
using Microsoft.AspNetCore.Http.HttpResults;
using Minimal;

var builder = WebApplication.CreateBuilder(args);
builder.AddHive(hive => hive.AddSqlite("replica", "Data Source=replica.db"));
builder.Services.AddHiveProblems();                  // what the Hive refuses is a 400 or a 409 that names the field

var app = builder.Build();
app.UseExceptionHandler();
app.MapHiveSync();                                   // POST /sync, POST /sync/batch
app.MapHiveDocs();                                   // OpenAPI and Swagger UI
app.MapPost("/accounts", async Task<Created<Account>> (Account draft, Hive hive) =>
{
    Account account = await hive.Accounts.AddAsync(draft);              // durable, and on its way to replica.db
    return TypedResults.Created($"/accounts/{account.Id}", account);
});
app.MapGet("/accounts", Ok<List<Account>> (string plan, Hive hive) =>
    TypedResults.Ok(hive.Accounts.Where(a => a.SubscriptionPlan == plan).OrderBy(a => a.Email).Take(20).ToList()));
app.Run();
