interface Asked {
  readonly socket: { readonly remoteAddress?: string | undefined };
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

const LOOPBACK = /^(::1|127\.|::ffff:127\.)/;

/**
 * Where a request came from. Only a proxy on this very machine is believed, and of what it says only the last word, which
 * it wrote itself.
 */
export function addressOf({ socket, headers }: Asked): string {
  const near = socket.remoteAddress ?? '';
  const told = headers['x-forwarded-for'];
  const list = typeof told === 'string' ? told : (told ?? []).join(',');
  const last = list.split(',').at(-1)?.trim() ?? '';
  return LOOPBACK.test(near) && last !== '' ? last : near;
}
