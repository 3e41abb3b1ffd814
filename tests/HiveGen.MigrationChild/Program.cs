using System.Globalization;
using HiveGen;
using HiveGen.FaultDisk;
using HiveGen.MigrationChild;
using HiveGen.Tests;

// Run by the migration tests: "<hive> step <n>" is killed when it comes to the nth step of the migration, "<hive> disk <n>" at the nth
// thing that is asked of the disk. It prints how many there were when it comes to its end.
string hive = args[0];
int nth = int.Parse(args[2], CultureInfo.InvariantCulture);
DiskShim.Install();
KillingDisk disk = new(Path.GetDirectoryName(hive)!, args[1] == "disk" ? nth : int.MaxValue);
KillingLogs logs = new(args[1] == "step" ? nth : int.MaxValue);
HiveOptions options = Versions.Options(hive);
options.LoggerFactory = logs;
using (DiskShim.Use(disk))
{
    await HiveEngine.Open(ModelShape.Schema(Versions.New), options).DisposeAsync();
}

Console.WriteLine(args[1] == "disk" ? disk.Asked : logs.Steps);
