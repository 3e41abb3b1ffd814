using HiveGen.Adapters.MongoDb;
using HiveGen.Targets;

[assembly: TargetTextLimit("MongoDB", MongoDocument.MaxSize, "a document")]
