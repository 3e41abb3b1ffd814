using HiveGen.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen;

/// <summary>Answers of the app's own endpoints.</summary>
public static class HiveProblemsExtensions
{
    /// <summary>
    /// Answers what a Hive refuses with problem details (RFC 9457) that name the fields by their JSON names, instead of with a 500: 400 where a value
    /// breaks a rule, where a link leads to nothing, where a hook refused, where a page's cursor is malformed and where the body is not what the endpoint
    /// takes; 409 where a value is taken, where a record is still linked to and where it changed since it was read. Call
    /// <see cref="ExceptionHandlerExtensions.UseExceptionHandler(IApplicationBuilder)"/> on the app, too.
    /// <para>Other exceptions are left to the app's other handlers. Sets <see cref="RouteHandlerOptions.ThrowOnBadRequest"/>, so that a body is
    /// explained in production as in development.</para>
    /// </summary>
    /// <param name="services">The app's services.</param>
    public static IServiceCollection AddHiveProblems(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddProblemDetails();
        services.AddExceptionHandler<HiveProblemHandler>();
        services.Configure<RouteHandlerOptions>(static options => options.ThrowOnBadRequest = true);
        return services;
    }
}
