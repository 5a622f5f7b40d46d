import { InvalidArgumentError } from 'commander';
import { mostShards } from '../gate/most-shards.ts';

/** Which part of a run is done. */
export interface ShardNumber {
  /** From 1 to `of`. */
  readonly shard: number;
  readonly of: number;
}

/** Reads `2/8`. @throws InvalidArgumentError */
export function shardNumber(text: string): ShardNumber {
  const match = /^(\d{1,4})\/(\d{1,4})$/.exec(text);
  const [shard, of] = [Number(match?.[1]), Number(match?.[2])];
  if (match && shard >= 1 && shard <= of && of <= mostShards) return { shard, of };
  throw new InvalidArgumentError(
    `It must be a part and the number of parts, such as 2/8; at most ${mostShards}.`,
  );
}
