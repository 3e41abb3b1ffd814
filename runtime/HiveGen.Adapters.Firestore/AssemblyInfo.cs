using HiveGen.Adapters.Firestore;
using HiveGen.Targets;

[assembly: TargetTextLimit("Firestore", FirestoreWrite.MaxText, "a field")]
