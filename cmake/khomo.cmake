# SPDX-License-Identifier: GPL-3.0-or-later
# How a Khomo library, program and test are declared.

find_program(KHOMO_CCACHE ccache)
if(KHOMO_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${KHOMO_CCACHE})
endif()

add_library(khomo_options INTERFACE)
target_include_directories(khomo_options INTERFACE ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/generated)
target_compile_options(khomo_options INTERFACE -Wall -Wextra -Wshadow -Wconversion
  -fstack-protector-strong -ffile-prefix-map=${PROJECT_SOURCE_DIR}=.)
target_compile_definitions(khomo_options INTERFACE $<$<CONFIG:RelWithDebInfo>:_FORTIFY_SOURCE=2>)
if(KHOMO_WERROR)
  target_compile_options(khomo_options INTERFACE -Werror)
endif()
if(KHOMO_SANITIZE)
  target_compile_options(khomo_options INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer
    -fno-sanitize-recover=undefined)
  target_link_options(khomo_options INTERFACE -fsanitize=address,undefined)
endif()
if(KHOMO_FUZZ)
  target_compile_options(khomo_options INTERFACE -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined -Wno-everything)
  target_link_options(khomo_options INTERFACE -fsanitize=address,undefined)
endif()
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
target_link_options(khomo_options INTERFACE -Wl,-z,relro,-z,now)

# khomo_library(<folder> [USES <our libraries>] [PACKAGES <imported targets>] [EXCLUDE <files>])
# One static library a folder, of all its .cpp files; the name is the path with underscores:
# catalog/base → khomo_catalog_base. Packages are private: their headers do not reach whoever uses the library.
function(khomo_library folder)
  cmake_parse_arguments(A "" "" "EXCLUDE;USES;PACKAGES" ${ARGN})
  string(REPLACE "/" "_" name "khomo_${folder}")
  string(REPLACE "-" "_" name ${name})
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.cpp)
  foreach(file ${A_EXCLUDE})
    list(REMOVE_ITEM sources ${PROJECT_SOURCE_DIR}/${folder}/${file})
  endforeach()
  if(NOT sources)
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE khomo_options ${A_USES})
    return()
  endif()
  add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC khomo_options ${A_USES} nlohmann_json::nlohmann_json
                        PRIVATE ${A_PACKAGES} fmt::fmt spdlog::spdlog)
endfunction()

# khomo_tests(<folder> USES … [PACKAGES …]): one doctest program from every test_*.cpp below tests/<folder>.
function(khomo_tests folder)
  cmake_parse_arguments(A "" "" "USES;PACKAGES" ${ARGN})
  string(REPLACE "/" "_" name "test_${folder}")
  string(REPLACE "-" "_" name ${name})
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/${folder}/test_*.cpp)
  if(NOT sources)
    return()
  endif()
  add_executable(${name} ${sources} ${PROJECT_SOURCE_DIR}/tests/support/main.cpp)
  target_link_libraries(${name} PRIVATE ${A_USES} ${A_PACKAGES} fmt::fmt)
  target_include_directories(${name} SYSTEM PRIVATE ${KHOMO_DOCTEST_INCLUDE})
  target_compile_definitions(${name} PRIVATE KHOMO_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                             KHOMO_BINARY_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
  add_test(NAME ${name} COMMAND ${name} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES TIMEOUT 600)
endfunction()
