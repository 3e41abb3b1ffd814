using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HiveGen.Benchmarks.Contestants;

/// <summary>The same two tables for EF Core.</summary>
internal sealed class EfContext(DbContextOptions<EfContext> options) : DbContext(options)
{
    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<EfChange> Changes => Set<EfChange>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        EntityTypeBuilder<Account> account = modelBuilder.Entity<Account>();
        account.ToTable("accounts").HasKey(static a => a.Id);
        account.HasIndex(static a => a.Email).IsUnique();
        account.HasIndex(static a => a.Handle).IsUnique();
        Column(account, nameof(Account.Id), "id");
        Column(account, nameof(Account.Email), "email");
        Column(account, nameof(Account.Name), "name");
        Column(account, nameof(Account.Handle), "handle");
        Column(account, nameof(Account.EmailVerified), "email_verified");
        Column(account, nameof(Account.Plan), "plan");
        Column(account, nameof(Account.Status), "status");
        Column(account, nameof(Account.CreatedAt), "created_at");
        Column(account, nameof(Account.UpdatedAt), "updated_at");

        EntityTypeBuilder<EfChange> change = modelBuilder.Entity<EfChange>();
        change.ToTable("_hive_change").HasKey(static c => c.Seq);
        Column(change, nameof(EfChange.Seq), "seq");
        Column(change, nameof(EfChange.Model), "model");
        Column(change, nameof(EfChange.Id), "id");
        Column(change, nameof(EfChange.Op), "op");
    }

    private static void Column(EntityTypeBuilder entity, string property, string column) => entity.Property(property).HasColumnName(column);
}
