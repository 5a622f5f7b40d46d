import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** The commit and the fork of the pull request 12 of the repository `o/r`. */
export const head = { sha: 'c0ffee', repo: { id: 7 } };

/** A comment as GitHub's API gives it. */
export interface Comment {
  readonly id: number;
  readonly user: { readonly login: string } | null;
  body: string;
}

/** Who comments for workflows. */
export const bot = { login: 'github-actions[bot]' };

/** A server on this machine that answers as GitHub's does where the step asks it, and notes what is written. */
export async function gitHub(comments: Comment[] = [], pull: object = { state: 'open', head }) {
  const written: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { pathname, searchParams } = new URL(request.url!, 'http://localhost');
    const answer = (status: number, body: unknown) => response.writeHead(status).end(JSON.stringify(body));
    if (request.headers.authorization !== 'Bearer a-token') return answer(401, {});
    if (request.method !== 'GET') {
      written.push(`${request.method} ${pathname} ${JSON.parse(Buffer.concat(chunks).toString()).body}`);
      return answer(200, {});
    }
    if (pathname === '/repos/o/r/pulls/12') return answer(200, pull);
    if (pathname !== '/repos/o/r/issues/12/comments') return answer(404, {});
    const first = (Number(searchParams.get('page')) - 1) * 100;
    return answer(200, comments.slice(first, first + Number(searchParams.get('per_page'))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  return { written, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
