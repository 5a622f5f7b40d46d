import { jsonMessage } from './json.ts';
import { jsonText } from './json-text.ts';
import { createPlaces } from './places.ts';
import type { Reporter } from './report.ts';

/** Prints one JSON object per finding and line: a message of the format `json` with the path of its file. */
export const jsonl: Reporter = (results, context) => {
  const places = createPlaces(results);
  return results
    .flatMap((result) =>
      result.findings.map((finding) => {
        const message = jsonMessage(finding, result, places, context);
        return `${jsonText({ filePath: result.path, ...message })}\n`;
      }),
    )
    .join('');
};
