import { AskedRepository } from './asked.repository.js';
import { AskedFactResolver } from './asked.resolver.js';
import { AskedFactService } from './asked.service.js';

export const ASKED = [AskedRepository, AskedFactService, AskedFactResolver];
