namespace HiveGen.Analyzers.Tests.Models;

public sealed class ModelFixTests
{
    [Fact]
    public Task A_class_is_made_partial_where_it_stands() => Fixes.ExpectAsync(
        "HIVE0001",
        """
        /// <summary>A.</summary>
        [HiveModel]
        public sealed class A { }

        [HiveModel] class B { } // B

        // A record.
        [HiveModel]
        record C(int Number);
        """,
        """
        /// <summary>A.</summary>
        [HiveModel]
        public sealed partial class A { }

        [HiveModel] partial class B { } // B

        // A record.
        [HiveModel]
        partial record C(int Number);
        """);

    [Fact]
    public Task All_types_around_are_made_partial() => Fixes.ExpectAsync(
        "HIVE0002",
        """
        public class Outer
        {
            // Inner.
            struct Inner
            {
                [HiveModel] internal sealed partial class A { }
            }
        }

        public static class Other { [HiveModel] public sealed partial class B { } }
        """,
        """
        public partial class Outer
        {
            // Inner.
            partial struct Inner
            {
                [HiveModel] internal sealed partial class A { }
            }
        }

        public static partial class Other { [HiveModel] public sealed partial class B { } }
        """);

    [Fact]
    public Task Models_in_one_class_are_fixed_together() => Fixes.ExpectAsync(
        "HIVE0002",
        "public class Outer { [HiveModel] public partial class A { } [HiveModel] public partial class B { } }",
        "public partial class Outer { [HiveModel] public partial class A { } [HiveModel] public partial class B { } }");

    [Fact]
    public Task A_secret_is_marked_as_the_file_writes_its_attributes() => Fixes.ExpectAsync(
        "HIVE0104",
        """
        [HiveModel(Sync = "as")]
        public sealed partial class A
        {
            public string? Password { get; set; } // why

            /// <summary>A token.</summary>
            [StringLength(30)]
            public string? Token { get; set; }

            [StringLength(9)] public string? Pin { get; set; }
        }

        [HiveModel(Sync = "bs")]
        public sealed partial record B(string Name, string Password);
        """,
        """
        [HiveModel(Sync = "as")]
        public sealed partial class A
        {
            [LocalOnly] public string? Password { get; set; } // why

            /// <summary>A token.</summary>
            [LocalOnly]
            [StringLength(30)]
            public string? Token { get; set; }

            [LocalOnly] [StringLength(9)] public string? Pin { get; set; }
        }

        [HiveModel(Sync = "bs")]
        public sealed partial record B(string Name, [property: LocalOnly] string Password);
        """);

    [Fact]
    public Task A_setter_is_added() => Fixes.ExpectAsync(
        "HIVE0108",
        """
        [HiveModel]
        public sealed partial class A
        {
            public string Name { get; } = "";
            public int Number { get; }
        }
        """,
        """
        [HiveModel]
        public sealed partial class A
        {
            public string Name { get; set; } = "";
            public int Number { get; set; }
        }
        """);

    [Fact]
    public async Task A_secret_of_a_base_class_has_no_fix_at_the_model()
        => Assert.Null(await Fixes.FixFirstAsync("HIVE0104", "public abstract class Base { public string? Secret { get; set; } } [HiveModel(Sync = \"bs\")] public sealed partial class B : Base { }"));

    [Fact]
    public Task A_name_that_means_something_else_there_is_written_out() => Fixes.ExpectAsync(
        "HIVE0104",
        "namespace App { public sealed class LocalOnlyAttribute : Attribute; [HiveModel(Sync = \"as\")] public sealed partial class A { public string? Password { get; set; } } }",
        "namespace App { public sealed class LocalOnlyAttribute : Attribute; [HiveModel(Sync = \"as\")] public sealed partial class A { [global::HiveGen.LocalOnly] public string? Password { get; set; } } }");
}
