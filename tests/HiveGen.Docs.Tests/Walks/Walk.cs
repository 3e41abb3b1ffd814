using HiveGen.Docs.Tests.Pages;

namespace HiveGen.Docs.Tests.Walks;

/// <summary>
/// Goes through a page as a reader does who types everything: blocks of <c>sh</c> are run, and what is marked <c>output</c> or
/// <c>log</c> behind them is compared with what came.
/// </summary>
internal sealed class Walk(Page page, Shell shell)
{
    private readonly Output output = new();
    private readonly List<(Fence Fence, string Came)> accepted = [];
    private Func<Task<string>> last = static () => Task.FromResult("");

    /// <summary>Walks through the blocks that are wanted. With <c>HIVEGEN_ACCEPT=1</c> other outputs are put into the page.</summary>
    public async Task RunAsync(Func<Fence, bool> isWanted)
    {
        foreach (Fence fence in page.Fences().Where(isWanted))
        {
            try
            {
                await StepAsync(fence);
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                throw new InvalidOperationException($"{fence}: {e.Message}\nThe app wrote:\n{shell.Log}", e);
            }
        }

        foreach ((Fence fence, string came) in accepted)
        {
            page.Replace(fence, came);
        }
    }

    /// <summary>Whether a walk does something with a block.</summary>
    public static bool Knows(Fence fence) => fence.Language is "sh" || fence.Mark is "output" or "log" || fence.Marked("open") is not null;

    private async Task StepAsync(Fence fence)
    {
        if (fence.Language == "sh" && fence.Marked("not run") is null)
        {
            shell.Sample = fence.Marked("run") ?? shell.Sample;
            string came = "";
            foreach (string[] words in ShellWords.Commands(fence.Code))
            {
                string[] real = [.. words.Select(output.Real)];
                came = await shell.RunAsync(real);
                bool changesNothing = real is ["curl", _] or ["sqlite3", _, ['S', ..]] or ["psql", ..];
                string first = came;
                last = changesNothing ? () => shell.RunAsync(real) : () => Task.FromResult(first);
            }
        }
        else if (fence.Marked("open") is { } address)
        {
            Assert.Contains("<html", await shell.OpenAsync(address), StringComparison.OrdinalIgnoreCase);
        }
        else if (fence.Mark == "output")
        {
            await CompareAsync(fence);
        }
        else if (fence.Mark == "log")
        {
            string[] lines = [.. fence.Code.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(output.Real)];
            await Eventually.TrueAsync(() => lines.All(line => shell.Log.Contains(line.Trim(), StringComparison.Ordinal)), $"{fence}: the app's log is\n{shell.Log}");
        }
    }

    // What only looks is looked at again: the sync takes its time.
    private async Task CompareAsync(Fence fence)
    {
        string came = "";
        try
        {
            await Eventually.TrueAsync(async () => output.Matches(fence.Code, came = await last()), $"{fence} shows\n{fence.Code}\nand what came is\n");
        }
        catch (TimeoutException) when (Accept.IsOn && came.Length > 0)
        {
            accepted.Add((fence, output.Shown(came)));
        }
        catch (TimeoutException e)
        {
            Assert.Fail($"{e.Message}{output.Shown(came)}\n{Accept.How}\nThe app wrote:\n{shell.Log}");
        }
    }
}
