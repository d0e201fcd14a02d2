import { ApolloArmor } from '@escape.tech/graphql-armor';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { CONFIG, errorFormatter, YibuLogger, type Config, type YibuRequest } from '@yibu/platform';
import type { Response } from 'express';

import { FeaturesModule } from './features.module.js';
import { HealthController } from './health.controller.js';

const MAX_TOKENS = 2000;

/** Our own screens stay well below these; a query that does not is no screen of ours. */
const armor = new ApolloArmor({
  maxDepth: { n: 10 },
  maxAliases: { n: 5 },
  maxDirectives: { n: 10 },
  // The parser counts them itself (below) and answers 400; armor's own counter answers 500.
  maxTokens: { enabled: false },
  costLimit: { maxCost: 20_000 },
  blockFieldSuggestion: { enabled: true },
}).protect();

@Module({
  imports: [
    FeaturesModule,
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [CONFIG, YibuLogger],
      useFactory: (config: Config, logger: YibuLogger) => ({
        autoSchemaFile: true,
        sortSchema: true,
        path: '/graphql',
        playground: false,
        graphiql: false,
        introspection: !config.isProduction,
        csrfPrevention: true,
        includeStacktraceInErrorResponses: false,
        // CommonJS and ES module typings of @apollo/server differ; at run time there is one.
        plugins: armor.plugins as never[],
        validationRules: [...armor.validationRules],
        parseOptions: { maxTokens: MAX_TOKENS },
        formatError: errorFormatter(logger),
        context: ({ req, res }: { req: YibuRequest; res: Response }) => ({ req, res }),
      }),
    }),
  ],
  controllers: [HealthController],
})
export class AppModule {}
