using System.Text.Json;

namespace HiveGen.Adapters.Turso.Hrana;

/// <summary>What a server answered to a batch: valid as long as the document it reads.</summary>
internal readonly struct HranaAnswer
{
    private readonly JsonElement results;
    private readonly JsonElement errors;

    private HranaAnswer(JsonElement results, JsonElement errors)
    {
        this.results = results;
        this.errors = errors;
    }

    /// <summary>Reads the answer to a pipeline of a batch.</summary>
    /// <param name="root">The whole answer.</param>
    /// <param name="error">The error of the batch as a whole, such as SQL that cannot be parsed.</param>
    public static HranaAnswer Of(JsonElement root, out HranaError? error)
    {
        JsonElement first = root.GetProperty("results"u8)[0];
        if (first.GetProperty("type"u8).ValueEquals("error"u8))
        {
            error = HranaError.Of(first.GetProperty("error"u8));
            return default;
        }

        error = null;
        JsonElement result = first.GetProperty("response"u8).GetProperty("result"u8);
        return new HranaAnswer(result.GetProperty("step_results"u8), result.GetProperty("step_errors"u8));
    }

    /// <summary>The error of a step; null when it succeeded or was not run.</summary>
    public HranaError? Error(int step) => HranaError.Of(errors[step]);

    /// <summary>The first error among the steps before this one.</summary>
    /// <param name="end">The step.</param>
    /// <param name="failed">Which one failed.</param>
    public HranaError? FirstError(int end, out int failed)
    {
        for (failed = 0; failed < end; failed++)
        {
            if (Error(failed) is { } error)
            {
                return error;
            }
        }

        failed = -1;
        return null;
    }

    /// <summary>The rows of a step that succeeded.</summary>
    public JsonElement Rows(int step) => results[step].GetProperty("rows"u8);

    /// <summary>How many rows a step changed.</summary>
    public int Changes(int step) => results[step].GetProperty("affected_row_count"u8).GetInt32();
}
