-- SPDX-License-Identifier: GPL-3.0-or-later
-- Asks wrk for another market each time; the path with %s comes from the command line.
local path, number = "", 0
function init(args) path = args[1] end
function request()
  number = (number * 7 + 11) % 75
  return wrk.format("GET", string.format(path, string.format("CH%03d", number)))
end
function done(summary, latency, requests)
  io.write(string.format("khomo-bench %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(99), summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
