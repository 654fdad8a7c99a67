#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads layers of an OGC API Features service with QGIS, without a screen, and prints how many features it saw: {"layer": count}."""
import json
import os
import sys

from qgis.core import QgsApplication, QgsVectorLayer

application = QgsApplication([], False)
application.initQgis()
counts = {}
for name in sys.argv[2:]:
    layer = QgsVectorLayer(f"url='{sys.argv[1]}' typename='{name}' pageSize='50'", name, "OAPIF")
    counts[name] = sum(1 for feature in layer.getFeatures()) if layer.isValid() else -1
    del layer
print(json.dumps(counts), flush=True)
os._exit(0)  # taking QGIS down after threads of its providers ran is not safe in 3.22
