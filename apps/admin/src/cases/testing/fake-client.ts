import { Client, CombinedError, makeOperation, type Exchange, type OperationResult } from "urql";
import { filter, fromPromise, merge, mergeMap, pipe, takeUntil } from "wonka";
