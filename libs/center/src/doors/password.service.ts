import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** argon2id, 19 MiB, two passes (OWASP). At most two at once: they are the only slow thing a stranger can ask for. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 2;

@Injectable()
export class PasswordService {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private decoy: Promise<string> | null = null;

  async hash(password: string): Promise<string> {
    return await this.limited(async () => await hash(password, OPTIONS));
  }

  /** Takes as long for a user who does not exist as for a wrong password. */
  async verify(passwordHash: string | null, password: string): Promise<boolean> {
    return await this.limited(async () => {
      this.decoy ??= hash('not a password of anyone', OPTIONS);
      const isRight = await verify(passwordHash ?? (await this.decoy), password).catch(() => false);
      return passwordHash !== null && isRight;
    });
  }

  private async limited<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) {
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve);
      });
    }
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }
}
