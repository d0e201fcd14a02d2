import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';

import { ACCESS, NEEDS_PASSWORD, type Access } from './permission.js';

const ROOT_TYPES = new Set(['Query', 'Mutation', 'Subscription']);

interface Handler {
  readonly operation: string;
  readonly access: Access | undefined;
  readonly needsPassword: boolean;
}

/** Makes a forgotten @Allow a boot failure instead of an open door. */
@Injectable()
export class AccessAudit implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const open = this.handlers().filter(({ access }) => access === undefined);
    if (open.length > 0) {
      throw new Error(`Operations without @Allow: ${open.map((h) => h.operation).join(', ')}`);
    }
  }

  /** Every operation with what it asks for; the committed access table is compared with this. */
  handlers(): Handler[] {
    const wrappers = [...this.discovery.getProviders(), ...this.discovery.getControllers()];
    return wrappers.flatMap(({ metatype, isNotMetatype }) =>
      metatype && !isNotMetatype ? this.handlersOf(metatype as HandlerClass) : [],
    );
  }

  private handlersOf(type: HandlerClass): Handler[] {
    const { prototype } = type;
    if (!prototype) {
      return [];
    }
    return this.scanner.getAllMethodNames(prototype).flatMap((method) => {
      const handler = prototype[method];
      if (!handler) {
        return [];
      }
      const rootType = this.reflector.get<string | undefined>('graphql:resolver_type', handler);
      const isRoute = this.reflector.get<unknown>('path', handler) !== undefined;
      if (!(rootType !== undefined && ROOT_TYPES.has(rootType)) && !isRoute) {
        return [];
      }
      const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
        handler,
        type as unknown as () => void,
      ]);
      const needsPassword = this.reflector.get<boolean>(NEEDS_PASSWORD, handler) === true;
      return [{ operation: `${rootType ?? type.name}.${method}`, access, needsPassword }];
    });
  }
}

interface HandlerClass {
  readonly name: string;
  readonly prototype: Record<string, () => unknown> | undefined;
}
