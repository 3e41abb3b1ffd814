using HiveGen.Servers;
using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

/// <summary>Google's emulator, one for all of it.</summary>
[CollectionDefinition(Name)]
public sealed class EmulatorCollection : ICollectionFixture<ServerFixture<FirestoreEmulator>>
{
    public const string Name = "Firestore emulator";
}

[Collection(EmulatorCollection.Name), Requires<FirestoreEmulator>(MaySkipInCI = true)]
public sealed class EmulatorGuard(ServerFixture<FirestoreEmulator> emulator) : GuardFacts(new EmulatorProbe(emulator));

[Collection(EmulatorCollection.Name), Requires<FirestoreEmulator>(MaySkipInCI = true)]
public sealed class EmulatorCursorKeeping(ServerFixture<FirestoreEmulator> emulator) : CursorFacts(new EmulatorProbe(emulator));

[Collection(EmulatorCollection.Name), Requires<FirestoreEmulator>(MaySkipInCI = true)]
public sealed class EmulatorBatches(ServerFixture<FirestoreEmulator> emulator) : BatchFacts(new EmulatorProbe(emulator));

[Collection(EmulatorCollection.Name), Requires<FirestoreEmulator>(MaySkipInCI = true)]
public sealed class EmulatorMerge(ServerFixture<FirestoreEmulator> emulator) : MergeFacts(new EmulatorProbe(emulator));

[Collection(EmulatorCollection.Name), Requires<FirestoreEmulator>(MaySkipInCI = true)]
public sealed class EmulatorSweeping(ServerFixture<FirestoreEmulator> emulator) : SweepFacts(new EmulatorProbe(emulator));

[Collection(EmulatorCollection.Name), Requires<FirestoreEmulator>(MaySkipInCI = true)]
public sealed class EmulatorSchema(ServerFixture<FirestoreEmulator> emulator) : SchemaFacts(new EmulatorProbe(emulator));

[Collection(EmulatorCollection.Name), Requires<FirestoreEmulator>(MaySkipInCI = true)]
public sealed class EmulatorVerify(ServerFixture<FirestoreEmulator> emulator) : VerifyFacts(new EmulatorProbe(emulator));

[Collection(EmulatorCollection.Name), Requires<FirestoreEmulator>(MaySkipInCI = true)]
public sealed class EmulatorDialect(ServerFixture<FirestoreEmulator> emulator) : DialectFacts(new EmulatorProbe(emulator));

[Collection(EmulatorCollection.Name), Requires<FirestoreEmulator>(MaySkipInCI = true)]
public sealed class EmulatorNaming(ServerFixture<FirestoreEmulator> emulator) : NameFacts(new EmulatorProbe(emulator));
