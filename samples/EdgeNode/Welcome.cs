namespace EdgeNode;

/// <summary>Says what this node does and how to see it.</summary>
internal static class Welcome
{
    public static void Print(WebApplication app)
    {
        string here = app.Urls.First();
        Console.WriteLine($$"""

            This node keeps its own Hive in {{app.Configuration["Hive:Path"]}} and sends every change to the Blog's router at {{app.Configuration["Hive:Targets:central:Url"]}}.
            Start the Blog in another window (dotnet run --project samples/Blog), now or later. Write here:

              curl -X POST {{here}}/accounts -H "Content-Type: application/json" -d '{"email":"edge@example.com","name":"Edith"}'

            and see it arrive in the Blog's replica, in the folder where that was started:

              sqlite3 replica.db "SELECT id, email, name, _home FROM users"

            How the sync is doing: {{here}}/sync/status
            """);
    }
}
